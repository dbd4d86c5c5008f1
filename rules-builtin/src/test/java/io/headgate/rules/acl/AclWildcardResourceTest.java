package io.headgate.rules.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.Settings;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Bundle;
import io.headgate.spi.model.Environment;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What the pages cannot show: by what a finding is known again. */
class AclWildcardResourceTest {

  private static final Place PLACE = Place.startOf("user.yaml");

  /** The resources of the findings on one entry with several operations. */
  private static List<String> known(AclOperation... operations) {
    List<Acl> acls =
        Stream.of(operations)
            .map(
                operation ->
                    new Acl(
                        Located.known("User:reader", "principal", PLACE),
                        Located.known("*", "host", PLACE),
                        Located.known(operation, "operation", PLACE),
                        Located.known(AclPermissionType.ALLOW, "permission", PLACE),
                        Located.known(ResourceType.TOPIC, "resourceType", PLACE),
                        Located.known("*", "resourceName", PLACE),
                        Located.known(PatternType.LITERAL, "pattern", PLACE)))
            .toList();
    List<String> known = new ArrayList<>();
    new AclWildcardResource(Settings.DEFAULTS)
        .check(
            new Bundle(Environment.UNKNOWN, Set.of(), acls),
            (rule, resource, where, message, related) -> known.add(resource.ref().name()));
    return known;
  }

  @Test
  void anOperationAddedToAnEntryIsAFindingThatNobodyHasAcceptedYet() {
    List<String> accepted = known(AclOperation.READ);
    assertThat(accepted).containsExactly("ALLOW User:reader READ on TOPIC LITERAL * from *");
    assertThat(known(AclOperation.READ, AclOperation.WRITE))
        .containsExactly(accepted.get(0), "ALLOW User:reader WRITE on TOPIC LITERAL * from *");
    assertThat(known(AclOperation.READ, AclOperation.ALL)).doesNotContainAnyElementsOf(accepted);
  }

  @Test
  void takingAnOperationAwayLeavesTheOthersKnown() {
    List<String> both = known(AclOperation.READ, AclOperation.WRITE);
    assertThat(both).containsAll(known(AclOperation.READ)).containsAll(known(AclOperation.WRITE));
  }

  @Test
  void besideAllTheOthersSayNothingNew() {
    assertThat(known(AclOperation.READ, AclOperation.ALL, AclOperation.WRITE))
        .containsExactly("ALLOW User:reader ALL on TOPIC LITERAL * from *");
  }
}
