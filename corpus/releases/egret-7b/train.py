# trains the model
