package io.headgate.rules;

import io.headgate.testkit.PackContractTest;

/** Every case of every page, and what every pack promises. */
class PagesTest extends PackContractTest {

  PagesTest() {
    super(new BuiltinRules());
  }
}
