package io.headgate.engine.files.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/team/landscape.git, https://example.org/team/landscape.git",
    "https://ci:s3cr3t@example.org/team/landscape.git, https://example.org/team/landscape.git",
    "https://s3cr3t@example.org:8443/a.git?token=s3cr3t#s3cr3t, https://example.org:8443/a.git",
    "ssh://git@example.org:2222/team/landscape.git, ssh://example.org:2222/team/landscape.git",
    "git@example.org:team/landscape.git, ssh://example.org/team/landscape.git",
    "example.org:/srv/landscape.git, ssh://example.org/srv/landscape.git",
    "git@example.org:team/größe a.git, ssh://example.org/team/gr%C3%B6%C3%9Fe%20a.git"
  })
  void anAddressIsShownWithoutSecrets(String address, String shown) {
    assertThat(Remote.shown(address)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/git/landscape.git",
        "../landscape",
        "./a:b",
        "file:///srv/git/landscape.git",
        "https://",
        "https://a b/c",
        "",
        ":"
      })
  void whatLeadsToThisMachineOrNowhereIsNotShown(String address) {
    assertThat(Remote.shown(address)).isNull();
  }
}
