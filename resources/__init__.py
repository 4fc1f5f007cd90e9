"""Data that the program reads: prompts, word lists, themes, icons, fonts, samples. Holds no code."""
