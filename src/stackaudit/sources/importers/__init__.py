"""Reading what other tools say of a stack: files in, drafts of entries in our language out."""
