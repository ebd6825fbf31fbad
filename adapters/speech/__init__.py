"""Reading aloud: eSpeak NG makes the sound, Qt plays it."""
