"""What `make speed` measures, one file for each table. The standard library is all they need."""
