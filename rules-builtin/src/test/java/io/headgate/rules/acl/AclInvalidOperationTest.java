package io.headgate.rules.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.model.Access;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.security.authorizer.AclEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table beside Kafka's own. */
class AclInvalidOperationTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "ANY"})
  void agreesWithKafka(ResourceType type) {
    assertThat(Access.operationsOn(type))
        .doesNotContain(AclOperation.ALL)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(AclEntry.supportedOperations(type));
  }
}
