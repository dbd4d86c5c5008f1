package io.headgate.engine.dialect.conduktor;

import io.headgate.engine.dialect.Description;
import io.headgate.engine.dialect.Description.ReadKind;
import java.util.List;

/** What the dialect of Gateway says of itself; loaded only when somebody asks. */
final class GatewayDescription {

  private GatewayDescription() {}

  static Description get() {
    return new Description(
        "Conduktor Gateway",
        "YAML and JSON documents whose apiVersion has the group 'gateway'.",
        List.of(
            ReadKind.of(
                "Interceptor",
                "masking-policy, secret",
                "metadata.name: name, with the scope and the name of the policy behind it",
                "metadata.scope.vCluster: makes datasets unknown, since topics have other names"
                    + " there",
                "spec.pluginClass: which of the following it is; of other plugins only secrets are"
                    + " read",
                "spec.config.topic: datasets, where the expression is a name with '.*' in it; else"
                    + " unknown",
                "spec.config.policies[].rule.type: redaction, for FieldLevelDataMaskingPlugin",
                "spec.config.policies[].fields[]: fields, for FieldLevelDataMaskingPlugin",
                "spec.config.recordValue.fields[].fieldName: fields, for EncryptPlugin and"
                    + " FetchEncryptPlugin",
                "spec.config.recordValue.payload: all fields, for EncryptPlugin and"
                    + " FetchEncryptPlugin",
                "spec.config.recordKey: as 'recordValue'")),
        ConduktorKinds.GATEWAY_NOT_READ,
        List.of(
            "EncryptSchemaBasedPlugin and FetchEncryptSchemaBasedPlugin hide fields that the tags"
                + " of schemas name: which is unknown.",
            "For whom an Interceptor holds, by 'group' or 'username' in its scope, is not judged.",
            "A VirtualCluster and its ACLs, an AliasTopic and a ConcentrationRule name topics that"
                + " are only seen through Gateway, not those of Kafka."));
  }
}
