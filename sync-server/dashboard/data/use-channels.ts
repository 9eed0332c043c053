import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Type } from 'typebox';
import {
  ChannelsReply,
  type NewChannel,
  NewChannelReply,
} from '#shared/protocol/administration.ts';
import { act, read } from './request.ts';
import { valueOf } from './request-failure.ts';

const CHANNELS = ['channels'];

export const useChannels = () =>
  useQuery({
    queryKey: CHANNELS,
    queryFn: async ({ signal }) => valueOf(await read('channels', {}, ChannelsReply, signal)),
  });

/** Makes a key; the reply is the only one that holds it. */
export const useNewChannel = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (channel: NewChannel) =>
      valueOf(await act('channels', channel, NewChannelReply)),
    onSuccess: () => client.invalidateQueries({ queryKey: CHANNELS }),
  });
};

export const useRevokeChannel = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (channelId: string) =>
      valueOf(await act(`channels/${channelId}/revoke`, {}, Type.Null())),
    onSuccess: () => client.invalidateQueries({ queryKey: CHANNELS }),
  });
};
