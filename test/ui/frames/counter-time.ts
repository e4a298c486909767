/** 10:26 of the one morning all screens show: Tuesday 17 March 2026. */
export const counterNow = Date.UTC(2026, 2, 17, 2, 26)
export const minutes = 60_000
export const seconds = 1_000
