/** Gateway events of all types of channels and messages, also such as Discord seldom sends, leave the bot at work. */
import { ChannelType, ComponentType, MessageReferenceType, MessageType, StickerFormatType } from 'discord.js'
import { expect, test } from 'vitest'
import { withSharedBot } from '../with-bot.ts'

const room = withSharedBot()

let made = 0n
/** An id as Discord makes them, of now. */
const newId = (): string => {
  made += 1n
  return String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + 1_000_000n + made)
}

const OWLS = 'Who feeds the owls?'

/** The numbers of an enumeration. */
const numbers = (values: object): number[] => Object.values(values).filter((value) => typeof value === 'number')

/** A message that mentions the bot, in a channel and of an author of its own, so that no limit is reached. */
const messageEvent = (fields: object = {}): object & { readonly id: string } => {
  const { discord, mention } = room
  const message = {
    id: newId(),
    channel_id: discord.addChannel('questions').id,
    guild_id: discord.guild.id,
    author: { id: newId(), username: 'visitor', discriminator: '0', global_name: null, avatar: null },
    member: { roles: [], joined_at: '2024-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
    content: `${mention} ${OWLS}`,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [discord.bot],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: MessageType.Default,
    flags: 0,
  }
  return { ...message, ...fields }
}

/** Fields of messages with parts that few messages have, or without parts that nearly all have. */
const unusualMessages = (): object[] => {
  const { discord } = room
  const elsewhere = { channel_id: newId(), message_id: newId(), guild_id: newId() }
  const { mention } = room
  return [
    { author: undefined },
    { author: undefined, guild_id: undefined, member: undefined },
    { member: undefined },
    { mentions: undefined },
    { embeds: undefined, components: undefined, attachments: undefined },
    { content: '' },
    { content: mention },
    { content: undefined },
    { type: MessageType.Reply, message_reference: elsewhere },
    { type: MessageType.Reply, message_reference: { ...elsewhere, type: MessageReferenceType.Default } },
    { type: MessageType.Reply, message_reference: elsewhere, referenced_message: null, content: mention },
    { type: MessageType.Reply, message_reference: { channel_id: newId() }, content: mention },
    { type: MessageType.Reply, message_reference: {}, content: mention },
    { message_reference: { ...elsewhere, type: 7 } },
    { message_reference: { ...elsewhere, type: MessageReferenceType.Forward }, message_snapshots: [{ message: {} }] },
    { message_reference: { ...elsewhere, type: MessageReferenceType.Forward }, content: '', message_snapshots: [] },
    {
      content: mention,
      message_reference: { ...elsewhere, type: MessageReferenceType.Forward },
      message_snapshots: [{ message: { content: OWLS, type: 0, timestamp: new Date().toISOString(), embeds: [] } }],
    },
    { content: mention, poll: { question: { text: OWLS }, answers: [], expiry: null, layout_type: 1 } },
    { content: mention, poll: { question: {}, answers: [{ answer_id: 1, poll_media: {} }], layout_type: 1 } },
    { content: mention, embeds: [{ type: 'poll_result', fields: [{ name: 'poll_question_text', value: OWLS }] }] },
    { content: mention, embeds: [{}] },
    { content: mention, embeds: [{ title: OWLS, fields: [] }] },
    { content: '', flags: 32_768, components: [{ type: ComponentType.TextDisplay, content: `${mention} ${OWLS}` }] },
    {
      content: '',
      flags: 32_768,
      components: [
        { type: ComponentType.Container, components: [{ type: ComponentType.TextDisplay, content: OWLS }] },
        { type: ComponentType.Section, components: [], accessory: { type: 2, style: 5, url: 'https://example.org' } },
        { type: ComponentType.Separator },
        { type: ComponentType.MediaGallery, items: [] },
        { type: ComponentType.File, file: { url: 'attachment://a.txt' } },
      ],
    },
    { components: [{ type: 99 }] },
    { components: [{ type: ComponentType.ActionRow, components: [{ type: 99, custom_id: 'x' }] }] },
    { components: [{ type: ComponentType.ActionRow, components: [{ type: 2, style: 6, sku_id: newId() }] }] },
    { sticker_items: [{ id: newId(), name: 'owl', format_type: StickerFormatType.PNG }], content: mention },
    { attachments: [{ id: newId(), filename: 'cat.png', size: 9, url: 'https://example.org/cat.png', proxy_url: '' }] },
    { webhook_id: newId() },
    {
      application_id: newId(),
      interaction_metadata: { id: newId(), type: 2, user: discord.alice, authorizing_integration_owners: {} },
    },
    { thread: { id: newId(), type: ChannelType.PublicThread, name: 'owls', guild_id: discord.guild.id } },
    { activity: { type: 1 }, application: { id: newId(), name: 'game' } },
    { role_subscription_data: { role_subscription_listing_id: newId(), tier_name: 'a', total_months_subscribed: 1 } },
    { call: { participants: [], ended_timestamp: null } },
    { mention_roles: [discord.botRole.id], mentions: [], content: `<@&${discord.botRole.id}> ${OWLS}` },
    { mention_channels: [{ id: newId(), guild_id: newId(), type: 0, name: 'x' }] },
    { flags: 8_192 },
    { flags: 1 << 30, type: 999 },
    { guild_id: newId() },
    { channel_type: 99, guild_id: undefined },
  ]
}

/** The other events that a bot with these intents may receive. */
const otherEvents = (): [type: string, data: object][] => {
  const { discord } = room
  const guild_id = discord.guild.id
  const unknown = { id: newId(), channel_id: newId(), guild_id }
  const there = { message_id: newId(), channel_id: discord.general.id, user_id: discord.alice.id, guild_id }
  return [
    ['MESSAGE_UPDATE', { id: newId(), channel_id: newId() }],
    ['MESSAGE_UPDATE', { ...unknown, edited_timestamp: new Date().toISOString() }],
    ['MESSAGE_UPDATE', { ...unknown, edited_timestamp: new Date().toISOString(), mentions: [discord.bot] }],
    ['MESSAGE_UPDATE', { ...unknown, author: undefined, edited_timestamp: 'never', mentions: [discord.bot] }],
    ['MESSAGE_UPDATE', { ...unknown, embeds: [{ type: 'link' }] }],
    ['MESSAGE_DELETE', unknown],
    ['MESSAGE_DELETE', { id: newId(), channel_id: discord.general.id }],
    ['MESSAGE_DELETE_BULK', { ids: [], channel_id: discord.general.id, guild_id }],
    ['MESSAGE_DELETE_BULK', { ids: [newId(), newId()], channel_id: newId(), guild_id }],
    ['MESSAGE_REACTION_ADD', { ...there, emoji: { id: null, name: '🦉' }, burst: false, type: 0 }],
    ['MESSAGE_REACTION_REMOVE', { ...there, emoji: { id: null, name: '🦉' }, burst: false, type: 0 }],
    ['MESSAGE_REACTION_REMOVE_ALL', there],
    ['MESSAGE_REACTION_REMOVE_EMOJI', { ...there, emoji: { id: null, name: '🦉' } }],
    ['MESSAGE_POLL_VOTE_ADD', { ...there, answer_id: 1 }],
    ['MESSAGE_POLL_VOTE_REMOVE', { ...there, answer_id: 1 }],
    ['TYPING_START', { ...there, timestamp: 1_700_000_000 }],
    ['CHANNEL_PINS_UPDATE', { guild_id, channel_id: discord.general.id, last_pin_timestamp: null }],
    ['THREAD_LIST_SYNC', { guild_id, threads: [], members: [] }],
    ['THREAD_MEMBERS_UPDATE', { ...unknown, member_count: 1, added_members: [], removed_member_ids: [] }],
    [
      'THREAD_MEMBER_UPDATE',
      { ...unknown, user_id: discord.bot.id, join_timestamp: new Date().toISOString(), flags: 0 },
    ],
    ['THREAD_DELETE', { id: newId(), guild_id, parent_id: discord.general.id, type: ChannelType.PublicThread }],
    ['CHANNEL_DELETE', { id: newId(), guild_id, type: ChannelType.GuildText }],
    ['GUILD_ROLE_UPDATE', { guild_id, role: discord.botRole }],
    ['GUILD_ROLE_DELETE', { guild_id, role_id: newId() }],
    ['GUILD_DELETE', { id: newId(), unavailable: true }],
    ['GUILD_DELETE', { id: newId() }],
    ['STAGE_INSTANCE_CREATE', { ...unknown, topic: 'owls', privacy_level: 2, discoverable_disabled: true }],
    ['WEBHOOKS_UPDATE', { guild_id, channel_id: discord.general.id }],
    ['USER_UPDATE', { ...discord.bot, username: 'Verbatim' }],
    ['APPLICATION_COMMAND_PERMISSIONS_UPDATE', { id: newId(), application_id: newId(), guild_id, permissions: [] }],
    ['VOICE_CHANNEL_STATUS_UPDATE', { id: newId(), guild_id, status: 'reading' }],
    ['ENTITLEMENT_CREATE', { ...unknown, sku_id: newId(), application_id: newId(), type: 8, deleted: false }],
    ['AN_EVENT_OF_TOMORROW', { owls: true }],
  ]
}

test('more than 80 gateway events cause no error, and the next question is answered', async () => {
  const { discord, bot } = room
  const messages = [
    ...numbers(MessageType).map((type) => ({ type })),
    ...numbers(MessageType).map((type) => ({ type, guild_id: undefined, member: undefined, channel_id: newId() })),
    ...unusualMessages(),
  ]
  const channels = numbers(ChannelType).map((type) => ({
    id: newId(),
    type,
    name: 'owls',
    permission_overwrites: [],
    parent_id: discord.general.id,
    thread_metadata: { archived: true, locked: true, auto_archive_duration: 60, archive_timestamp: null },
    recipients: [discord.alice],
    ...(type !== ChannelType.DM && type !== ChannelType.GroupDM && { guild_id: discord.guild.id }),
  }))
  const events: [string, object][] = [
    ...channels.flatMap((channel): [string, object][] => {
      const isThread = channel.type >= ChannelType.AnnouncementThread && channel.type <= ChannelType.PrivateThread
      const kind = isThread ? 'THREAD' : 'CHANNEL'
      const { id: channel_id, type: channel_type, guild_id } = { guild_id: undefined, ...channel }
      const asked = messageEvent({ channel_id, channel_type, guild_id })
      const deleted = { ...channel, id: newId() }
      return [
        [`${kind}_CREATE`, channel],
        ['MESSAGE_CREATE', asked],
        [`${kind}_UPDATE`, { ...channel, name: 'more owls' }],
        ['MESSAGE_UPDATE', { ...asked, edited_timestamp: new Date(Date.now() + 1_000).toISOString() }],
        ['MESSAGE_DELETE', { id: asked.id, channel_id, guild_id }],
        [`${kind}_CREATE`, deleted],
        ['MESSAGE_CREATE', messageEvent({ channel_id: deleted.id, channel_type, guild_id })],
        [`${kind}_DELETE`, deleted],
      ]
    }),
    ...messages.map((fields): [string, object] => ['MESSAGE_CREATE', messageEvent(fields)]),
    ...otherEvents(),
  ]
  expect(events.length).toBeGreaterThan(80)
  for (const [type, data] of events) discord.gateway.dispatch(type, data)
  discord.say(discord.bob, discord.general, `${room.mention} ${OWLS}`)
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
  await bot.stop()
  const isError = (line: string): boolean => /"level":(?:50|60)/u.test(line)
  expect(bot.log().split('\n').filter(isError)).toEqual([])
})
