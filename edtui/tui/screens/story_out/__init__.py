"""What comes in and goes out of the stories: a text file, the shelf, paper."""
