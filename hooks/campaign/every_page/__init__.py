"""What every page carries: labels, footer, the way to report an error, paper, sharing."""
