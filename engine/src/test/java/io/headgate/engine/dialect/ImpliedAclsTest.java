package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Acl;
import io.headgate.spi.model.Resource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** ACLs that a tool expands: each once, each marked, and never more than a machine can hold. */
class ImpliedAclsTest {

  private static ReadFile read(String text) {
    return Objects.requireNonNull(Dump.DIALECTS.read(new SourceText("a.yaml", text), false));
  }

  private static List<Resource> acls(ReadFile file) {
    return file.resources().stream().filter(Acl.class::isInstance).toList();
  }

  @Test
  void addsEachOnceAtTheFirstPlaceThatImpliesIt() {
    ReadFile file =
        read(
            """
            services:
              one: {type: application, principal: User:a, produces: [orders]}
              two: {type: application, principal: User:a, produces: [orders]}
            customServiceAcls:
              one:
                more:
                  {name: orders, type: TOPIC, pattern: LITERAL, host: "*", operation: WRITE, permission: ALLOW}
            """);

    assertThat(acls(file)).extracting(acl -> ((Acl) acl).isImplied()).containsExactly(true, false);
    assertThat(acls(file).get(0).place().startLine()).isEqualTo(2);
  }

  @Test
  void boundsTheProductOfTopicsAndUsers() {
    StringBuilder text = new StringBuilder("context: a\nprojects:\n- name: p\n  consumers:\n");
    for (int i = 0; i < 1000; i++) {
      text.append("  - {principal: 'User:").append(i).append("', group: g}\n");
    }
    text.append("  topics:\n");
    for (int i = 0; i < 1000; i++) {
      text.append("  - name: t").append(i).append('\n');
    }

    ReadFile file = read(text.toString());

    assertThat(acls(file)).hasSize(200_000);
    assertThat(file.findings())
        .singleElement()
        .matches(finding -> finding.message().contains("more than 200000 ACLs"));
  }
}
