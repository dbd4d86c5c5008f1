package io.headgate.packs.drl;

import io.headgate.testkit.PackContractTest;

class ProductionReadinessPackTest extends PackContractTest {

  ProductionReadinessPackTest() {
    super(DrlPacks.load("production-readiness"));
  }
}
