"""The clinical side: prompts, models, supervision, measures. Pure functions over data from resources."""
