let audio: AudioContext | undefined;

/** Two short low tones: the code that was scanned means nothing here. Silent where there is no sound. */
export const beep = (): void => {
  audio ??= new AudioContext();
  const { currentTime, destination } = audio;
  for (const start of [currentTime, currentTime + 0.16]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = 'square';
    tone.frequency.value = 330;
    // Faded in and out, because a tone that starts or ends abruptly clicks.
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.01);
    volume.gain.setValueAtTime(0.12, start + 0.1);
    volume.gain.linearRampToValueAtTime(0, start + 0.12);
    tone.connect(volume).connect(destination);
    tone.start(start);
    tone.stop(start + 0.12);
  }
};
