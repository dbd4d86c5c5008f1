package io.headgate.packs.drl;

import io.headgate.testkit.PackContractTest;

class MultiTenantPackTest extends PackContractTest {

  MultiTenantPackTest() {
    super(DrlPacks.load("multi-tenant"));
  }
}
