package io.headgate.delivery.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "https://host/a.git,                https://host/a.git",
    "https://me:pw@host:8443/a.git,     https://host:8443/a.git",
    "https://token@host,                https://host",
    "https://me:p@w@host/a.git,         https://host/a.git",
    "https://host/a.git?token=x#y,      https://host/a.git",
    "ssh://git@host/a@b.git,            ssh://host/a@b.git",
    "git@host:a.git,                    git@host:a.git",
    "/srv/git/a@b.git,                  /srv/git/a@b.git",
  })
  void showsNoSecret(String address, String shown) {
    assertThat(Addresses.shown(address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:pw@host/a.git, unable to access 'https://me:pw@host/a.git/'",
    "https://me:pw@host/a.git, user me:pw is not known",
    "https://longtokenpw00@host/a, user longtokenpw00 is not known",
    "https://me:pw@host/a.git, password pw is wrong",
    "https://host/a?t=pw,      unable to access 'https://host/a?t=pw/info'",
  })
  void takesThemOutOfWhatGitSays(String address, String said) {
    assertThat(Addresses.without(said, address)).doesNotContain("pw");
  }

  @Test
  void leavesAlone() {
    String said = "'ssh://git@host/a@b.git' does not appear to be a git repository";
    assertThat(Addresses.without(said, "ssh://git@host/a@b.git"))
        .isEqualTo("'ssh://host/a@b.git' does not appear to be a git repository");
  }
}
