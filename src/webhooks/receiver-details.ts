/**
 * What the log keeps of a receiver: the host of its address alone, since what follows may hold a token, and the name that
 * people gave it.
 */
export const receiverDetails = ({ url, description }: { url: string; description: string }) => ({
  address: new URL(url).host,
  ...(description === '' ? {} : { name: description }),
})
