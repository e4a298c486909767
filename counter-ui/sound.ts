const notes = [660, 880]
const noteS = 0.16

let context: AudioContext | null = null

/**
 * Two soft notes: somebody has come to a queue that was empty. Browsers let a page sound only after
 * it was used once, which the sign-in is.
 */
export async function softSound(): Promise<void> {
  context ??= new AudioContext()
  await context.resume()
  const start = context.currentTime + 0.02
  notes.forEach((hz, index) => sound(context!, hz, start + index * noteS))
}

function sound(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = new OscillatorNode(audio, { frequency })
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.12, at + 0.03)
  gain.gain.exponentialRampToValueAtTime(0.001, at + noteS * 1.6)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + noteS * 1.7)
}
