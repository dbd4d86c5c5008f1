package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;

/** {@code Application}: who answers for its instances; what they own stands in these. */
final class ConduktorApplications {

  private ConduktorApplications() {}

  static void read(ConduktorObject application, Reading reading) {
    application.declare(reading);
    application.labels();
    MappingReader spec = application.spec();
    spec.text("title", "title");
    spec.text("description", "description");
    spec.required("owner", spec.text("owner", "owner"));
    spec.texts("policyRef", "policyRef");
    application.finish();
  }
}
