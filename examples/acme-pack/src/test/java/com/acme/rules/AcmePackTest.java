package com.acme.rules;

import io.headgate.testkit.PackContractTest;

class AcmePackTest extends PackContractTest {
  AcmePackTest() { super(new AcmePack()); }
}
