"""How the model is made: from the shared data to weights, in one command (`python -m training --help`)."""
