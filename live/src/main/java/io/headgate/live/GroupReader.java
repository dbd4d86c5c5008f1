package io.headgate.live;

import io.headgate.live.Running.Gap;
import io.headgate.live.Running.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks how far groups of consumers are. */
final class GroupReader {

  private static final String READING = "reading the offsets of the groups";

  private final Admin admin;
  private final Calls calls;
  private final List<Gap> gaps;

  GroupReader(Admin admin, Calls calls, List<Gap> gaps) {
    this.admin = admin;
    this.calls = calls;
    this.gaps = gaps;
  }

  List<Running.Group> groups(Map<TopicPartition, Long> ends) {
    Collection<GroupListing> listed = calls.get(admin.listGroups().all(), "listing the groups");
    Map<String, ListConsumerGroupOffsetsSpec> asked = new TreeMap<>();
    for (GroupListing group : listed) {
      // Share and streams groups keep their positions elsewhere.
      if (group.protocol().equals("consumer") || group.protocol().isEmpty()) {
        asked.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
      }
    }
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(asked);
    ends(committed.values(), ends);
    List<Running.Group> groups = new ArrayList<>();
    for (GroupListing group : listed) {
      List<Position> positions = new ArrayList<>();
      committed
          .getOrDefault(group.groupId(), Map.of())
          .forEach(
              (partition, offset) ->
                  positions.add(
                      new Position(
                          partition.topic(),
                          partition.partition(),
                          offset.offset(),
                          ends.getOrDefault(partition, -1L))));
      positions.sort(Comparator.comparing(Position::topic).thenComparingInt(Position::partition));
      groups.add(
          new Running.Group(
              group.groupId(),
              group.groupState().map(GroupState::toString).orElse(""),
              group.type().map(GroupType::toString).orElse(""),
              positions));
    }
    groups.sort(Comparator.comparing(Running.Group::name));
    return groups;
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(
      Map<String, ListConsumerGroupOffsetsSpec> asked) {
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new TreeMap<>();
    if (asked.isEmpty()) {
      return committed;
    }
    ListConsumerGroupOffsetsResult result = admin.listConsumerGroupOffsets(asked);
    int closed = 0;
    for (String group : asked.keySet()) {
      try {
        Map<TopicPartition, OffsetAndMetadata> offsets =
            new TreeMap<>(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparingInt(TopicPartition::partition));
        calls
            .get(result.partitionsToOffsetAndMetadata(group), READING)
            .forEach(
                (partition, offset) -> {
                  if (offset != null) {
                    offsets.put(partition, offset);
                  }
                });
        committed.put(group, offsets);
      } catch (AuthorizationException e) {
        closed++;
      } catch (GroupIdNotFoundException e) {
        // It has gone since it was listed.
      }
    }
    if (closed > 0) {
      gaps.add(
          new Gap(
              "lag",
              "The offsets of "
                  + closed
                  + (closed == 1 ? " group" : " groups")
                  + " may not be read. Allow DESCRIBE on GROUP '*' and TOPIC '*'."));
    }
    return committed;
  }

  private void ends(
      Collection<Map<TopicPartition, OffsetAndMetadata>> committed,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetSpec> asked = new java.util.HashMap<>();
    for (Map<TopicPartition, OffsetAndMetadata> offsets : committed) {
      for (TopicPartition partition : offsets.keySet()) {
        asked.put(partition, OffsetSpec.latest());
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    ListOffsetsResult result = admin.listOffsets(asked);
    for (TopicPartition partition : asked.keySet()) {
      try {
        ends.put(partition, calls.get(result.partitionResult(partition), READING).offset());
      } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
        // The topic is gone or closed to this user: the lag is not known.
      }
    }
  }
}
