package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code headgate access} answers. */
class AccessCommandTest {

  @TempDir Path root;

  @BeforeEach
  void aLandscape() {
    Cli.writeGoodTopic(root);
    Cli.write(
        root,
        "headgate.yaml",
        """
        version: 1
        environment: prod
        environments:
          prod:
            authorizer: {super-users: ["User:admin"]}
        """);
    Cli.write(
        root,
        "kafka/acls/acls.yaml",
        """
        - permissionType: ALLOW
          principal: User:shop
          operation: READ
          resourceType: TOPIC
          patternType: PREFIXED
          resourceName: ord
          host: "*"
        - permissionType: ALLOW
          principal: User:shop
          operation: WRITE
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
          host: "*"
        - permissionType: DENY
          principal: User:*
          operation: WRITE
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
          host: "*"
        - permissionType: ALLOW
          principal: User:${NAME}
          operation: DELETE
          resourceType: TOPIC
          patternType: LITERAL
          resourceName: orders
          host: "*"
        """);
  }

  @Test
  void saysWhoMayUseATopicAndWhy() {
    Cli cli = Cli.run("access", root.toString(), "--topic", "orders");

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .isEqualTo(
            """
            topic orders in .

            read
              User:admin (super user)
              User:shop
                through ALLOW User:shop READ on topic prefixed ord at kafka/acls/acls.yaml:3:14

            write
              User:admin (super user)

            administer
              User:admin (super user)

            This may change it once what is unknown is filled in:
              ALLOW (unknown) DELETE on topic literal orders at kafka/acls/acls.yaml:24:14
            """);
  }

  @Test
  void saysWhatAPrincipalMayDo() {
    Cli cli = Cli.run("access", root.toString(), "--principal", "User:shop");

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("orders: READ, DESCRIBE (an entry with something unknown may change this)")
        .contains("through ALLOW User:shop READ on topic prefixed ord at kafka/acls/acls.yaml:3:14")
        .contains("without effect, for a DENY\n  ALLOW User:shop WRITE on topic literal orders");
  }

  @Test
  void answersPrograms() {
    assertThat(Cli.run("access", root.toString(), "--topic", "orders", "--report", "json").out())
        .contains("\"principal\" : \"User:shop\"")
        .contains("\"line\" : 3")
        .contains("\"certain\" : false");
    assertThat(
            Cli.run("access", root.toString(), "--principal", "User:shop", "--report", "json")
                .out())
        .contains("\"subject\" : \"READ on topic prefixed ord\"");
  }

  @Test
  void theDocumentationShowsWhatItSays() {
    String payments = Path.of("..", "examples", "payments").toString();
    assertThat(Path.of("..", "docs", "access.md"))
        .content()
        .contains(
            "--topic ledger.balances\n"
                + Cli.run("access", payments, "--topic", "ledger.balances").out()
                + "```")
        .contains(
            "--principal User:svc-fraud\n"
                + Cli.run(
                        "access",
                        payments,
                        "--environment",
                        "prod",
                        "--principal",
                        "User:svc-fraud")
                    .out()
                + "```");
  }

  @Test
  void refusesWhatNobodyKnows() {
    assertThat(Cli.run("access", root.toString(), "--topic", "order"))
        .returns(2, Cli::code)
        .satisfies(
            cli -> assertThat(cli.err()).contains("Nobody declares topic 'order'.", "orders"));
    assertThat(Cli.run("access", root.toString(), "--principal", "User:shoop"))
        .returns(2, Cli::code)
        .satisfies(cli -> assertThat(cli.err()).contains("User:shop"));
    assertThat(Cli.run("access", root.toString()).err()).contains("Give either '--topic NAME' or");
    assertThat(Cli.run("access", root.toString(), "--topic", "orders", "--report", "xml").code())
        .isEqualTo(2);
  }
}
