package io.headgate.packs.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.spi.RulePack;
import io.headgate.testkit.PackContractTest;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** A foreign pack is found, and its pages are its tests. */
class AcmePackTest extends PackContractTest {

  AcmePackTest() {
    super(new AcmePack());
  }

  @Test
  void isFoundThroughTheServiceLoader() {
    assertThat(ServiceLoader.load(RulePack.class)).hasAtLeastOneElementOfType(AcmePack.class);
  }
}
