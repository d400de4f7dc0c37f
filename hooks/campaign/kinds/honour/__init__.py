"""honour"""
