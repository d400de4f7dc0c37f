"""Tests of the pages at `admin/`."""
