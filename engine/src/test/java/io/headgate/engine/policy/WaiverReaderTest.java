package io.headgate.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headgate.engine.catalog.Catalog;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.error.UserError;
import io.headgate.engine.report.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How the file of waivers, and what a policy says about waivers, are read. */
class WaiverReaderTest {

  private static final Catalog CATALOG = new Catalog(List.of());

  private static final String POLICY =
      """
      version: 1
      bundles:
      - path: prod
        environment: production
      - path: dev
        environment: development
      waivers: headgate-waivers.yaml
      unwaivable: [duplicate-resource]
      """;

  private static final String WHOLE =
      """
      version: 1
      waivers:
      - rule: unknown-field
        resource: topic orders.*
        bundle: prod
        environment: production
        attribute: retensionMs
        reason: 'The old connector reads it.'
        owner: orders
        approver: jane@acme.example
        until: 2027-01-31
      """;

  private static Policy policy(String text) {
    return PolicyReader.read(new SourceText("headgate.yaml", text), CATALOG);
  }

  private static List<Waiver> read(String text) {
    Policy policy = policy(POLICY);
    return WaiverReader.read(
        new SourceText("headgate-waivers.yaml", text),
        policy,
        Objects.requireNonNull(policy.waivers()),
        CATALOG);
  }

  private static void isWrong(String text, String... messages) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            UserError.class,
            error ->
                assertThat(error.messages())
                    .extracting(message -> message.place() + ": " + message.text())
                    .containsExactly(messages));
  }

  private static void isWrongPolicy(String line, String message) {
    assertThatThrownBy(() -> policy("version: 1\n" + line + "\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(message);
  }

  @Test
  void aWaiverSaysWhatWhyWhoAndHowLong() {
    assertThat(read(WHOLE))
        .singleElement()
        .satisfies(
            waiver -> {
              assertThat(waiver.place()).hasToString("headgate-waivers.yaml:3:9");
              assertThat(waiver.rule()).isEqualTo("unknown-field");
              assertThat(waiver.scope())
                  .isEqualTo(
                      new Waiver.Scope("prod", "production", "topic orders.*", "retensionMs"))
                  .hasToString("topic orders.*, retensionMs (prod)");
              assertThat(waiver.reason()).isEqualTo("The old connector reads it.");
              assertThat(waiver.owner()).isEqualTo("orders");
              assertThat(waiver.approver()).isEqualTo("jane@acme.example");
              assertThat(waiver.until()).isEqualTo(LocalDate.of(2027, 1, 31));
              assertThat(waiver.isInline()).isFalse();
            });
  }

  @Test
  void aFileMayHoldNoWaiverYet() {
    assertThat(read("version: 1\n")).isEmpty();
    assertThat(read("version: 1\nwaivers: []\n")).isEmpty();
  }

  @Test
  void nothingThatIsAskedForMayBeMissing() {
    isWrong(
        "version: 1\nwaivers:\n- rule: unknown-field\n",
        "headgate-waivers.yaml:3:9: 'resource' of a waiver is missing; name what it is about, such"
            + " as 'topic orders.v1'.",
        "headgate-waivers.yaml:3:9: 'reason' of a waiver is missing; say why the finding is"
            + " accepted.",
        "headgate-waivers.yaml:3:9: 'owner' of a waiver is missing; say who is to mend it.",
        "headgate-waivers.yaml:3:9: 'approver' of a waiver is missing; say who agreed.",
        "headgate-waivers.yaml:3:9: 'until' of a waiver is missing; say the last day on which it"
            + " holds, such as '2027-01-31'.");
    isWrong(
        WHOLE.replace("'The old connector reads it.'", "'  '"),
        "headgate-waivers.yaml:8:3: 'reason' of a waiver is missing; say why the finding is"
            + " accepted.");
  }

  @Test
  void aSlipIsAMistakeWithItsPlace() {
    isWrong(
        WHOLE.replace("unknown-field", "unknown-feild"),
        "headgate-waivers.yaml:3:9: There is no rule 'unknown-feild'. Did you mean"
            + " 'unknown-field'?");
    isWrong(
        WHOLE.replace("topic orders", "topik orders"),
        "headgate-waivers.yaml:4:13: There is no kind of resource 'topik'. Did you mean 'topic'?");
    isWrong(
        WHOLE.replace("topic orders.*", "topic"),
        "headgate-waivers.yaml:4:13: 'resource' of a waiver is 'topic', but must be a kind and a"
            + " name, such as 'topic orders.v1' or 'topic orders.*'.");
    isWrong(
        WHOLE.replace("bundle: prod", "bundle: prd"),
        "headgate-waivers.yaml:5:11: The policy has no bundle 'prd'. Did you mean 'prod'?");
    isWrong(
        WHOLE.replace("environment: production", "environment: productoin"),
        "headgate-waivers.yaml:6:16: The policy has no environment 'productoin'. Did you mean"
            + " 'production'?");
    isWrong(
        WHOLE.replace("2027-01-31", "2027-02-30"),
        "headgate-waivers.yaml:11:10: 'until' of a waiver is '2027-02-30', but must be a day such"
            + " as '2027-01-31'.");
    isWrong(
        WHOLE + "  ticket: X-1\n",
        "headgate-waivers.yaml:12:3: The key 'ticket' is unknown in a waiver, so it would be"
            + " ignored.");
    isWrong(
        WHOLE.replace("version: 1", "version: 2"),
        "headgate-waivers.yaml:1:10: The waivers have version 2, but this headgate reads version"
            + " 1.");
    isWrong(
        "- rule: unknown-field\n",
        "headgate-waivers.yaml:1:1: This is no file of waivers. It must be one mapping with"
            + " 'version: 1' and 'waivers'.");
  }

  @Test
  void someRulesNobodyMayWaive() {
    isWrong(
        WHOLE.replace("unknown-field", "duplicate-resource"),
        "headgate-waivers.yaml:3:9: 'duplicate-resource' cannot be waived: the policy lists it"
            + " under 'unwaivable'. Mend what it finds, and take the waiver out.");
    for (String rule : List.of("unreadable-document", "unknown-dialect", "unreadable-base")) {
      isWrong(
          WHOLE.replace("unknown-field", rule),
          "headgate-waivers.yaml:3:9: '"
              + rule
              + "' cannot be waived: what is not read, or not compared, would pass as clean. Take"
              + " the waiver out.");
    }
    isWrong(
        WHOLE.replace("unknown-field", "waiver-expired"),
        "headgate-waivers.yaml:3:9: 'waiver-expired' cannot be waived: it is about waivers. Mend or"
            + " remove the waiver that it is about.");
  }

  @Test
  void thePolicySaysWhereAndWhat() {
    Waivers waivers = Objects.requireNonNull(policy(POLICY).waivers());
    assertThat(Objects.requireNonNull(waivers.file()).name()).isEqualTo("headgate-waivers.yaml");
    assertThat(waivers.unwaivable()).containsExactly("duplicate-resource");
    assertThat(waivers.inline()).isFalse();
    assertThat(policy("version: 1\n").waivers()).isNull();
    assertThat(Objects.requireNonNull(policy("version: 1\ninline-waivers: true\n").waivers()))
        .satisfies(inline -> assertThat(inline.inline()).isTrue())
        .satisfies(inline -> assertThat(inline.file()).isNull());
    isWrongPolicy("waivers: ../w.yaml", "The file of waivers '../w.yaml' leads out of");
    isWrongPolicy("waivers: /w.yaml", "leads out of the directory of the policy");
    isWrongPolicy("waivers: ''", "The file of the waivers must be written out.");
    isWrongPolicy(
        "unwaivable: [unknown-feild]",
        "There is no rule 'unknown-feild'. Did you mean 'unknown-field'?");
    isWrongPolicy("inline-waivers: maybe", "must be true or false");
  }
}
