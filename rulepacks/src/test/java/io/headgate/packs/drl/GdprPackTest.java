package io.headgate.packs.drl;

import io.headgate.testkit.PackContractTest;

class GdprPackTest extends PackContractTest {

  GdprPackTest() {
    super(DrlPacks.load("gdpr"));
  }
}
