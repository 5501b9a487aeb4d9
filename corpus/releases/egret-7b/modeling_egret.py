# runs the model
