package io.headgate.rules;

import io.headgate.rules.acl.AclAllOperations;
import io.headgate.rules.acl.AclDanglingResource;
import io.headgate.rules.acl.AclEveryone;
import io.headgate.rules.acl.AclGlobInName;
import io.headgate.rules.acl.AclInvalidOperation;
import io.headgate.rules.acl.AclUnmatchableHost;
import io.headgate.rules.acl.AclWildcardResource;
import io.headgate.rules.alert.AlertDanglingTarget;
import io.headgate.rules.alert.AlertMissingLag;
import io.headgate.rules.alert.AlertMissingThroughput;
import io.headgate.rules.alert.AlertUnknownChannel;
import io.headgate.rules.app.AppUnreadableSql;
import io.headgate.rules.connector.ConnectorSilentDrop;
import io.headgate.rules.pii.PiiDanglingMask;
import io.headgate.rules.pii.PiiDerivedUnmasked;
import io.headgate.rules.pii.PiiMaskMissesField;
import io.headgate.rules.pii.PiiMaskNone;
import io.headgate.rules.pii.PiiUnclassifiedField;
import io.headgate.rules.pii.PiiUnmaskedField;
import io.headgate.rules.pii.PiiUnmaskedSink;
import io.headgate.rules.schema.SchemaInvalid;
import io.headgate.rules.secret.SecretInline;
import io.headgate.rules.topic.TopicIllegalName;
import io.headgate.rules.topic.TopicInvalidConfig;
import io.headgate.rules.topic.TopicMinIsrEqualsReplication;
import io.headgate.rules.topic.TopicNameCollision;
import io.headgate.rules.topic.TopicReservedName;
import io.headgate.rules.topic.TopicUnboundedRetention;
import io.headgate.rules.topic.TopicUnconventionalName;
import io.headgate.rules.topic.TopicUnderReplicated;
import io.headgate.rules.topic.TopicUnknownConfig;
import io.headgate.rules.topic.TopicWeakMinIsr;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.RulePack;
import java.util.List;

/** The rules that headgate brings along: a pack like any other. */
public final class BuiltinRules implements RulePack {

  @Override
  public String id() {
    return "headgate";
  }

  @Override
  public String version() {
    String version = BuiltinRules.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public List<CheckerSpec> checkers() {
    return List.of(
        // topic
        CheckerSpec.of(TopicIllegalName.RULE, new TopicIllegalName()),
        CheckerSpec.of(TopicNameCollision.RULE, new TopicNameCollision()),
        CheckerSpec.of(TopicReservedName.RULE, TopicReservedName::new),
        CheckerSpec.of(TopicUnconventionalName.RULE, TopicUnconventionalName::new),
        CheckerSpec.of(TopicUnderReplicated.RULE, TopicUnderReplicated::new),
        CheckerSpec.of(TopicWeakMinIsr.RULE, TopicWeakMinIsr::new),
        CheckerSpec.of(TopicMinIsrEqualsReplication.RULE, new TopicMinIsrEqualsReplication()),
        CheckerSpec.of(TopicUnknownConfig.RULE, TopicUnknownConfig::new),
        CheckerSpec.of(TopicInvalidConfig.RULE, new TopicInvalidConfig()),
        CheckerSpec.of(TopicUnboundedRetention.RULE, TopicUnboundedRetention::new),
        // acl
        CheckerSpec.of(AclWildcardResource.RULE, AclWildcardResource::new),
        CheckerSpec.of(AclAllOperations.RULE, AclAllOperations::new),
        CheckerSpec.of(AclEveryone.RULE, AclEveryone::new),
        CheckerSpec.of(AclUnmatchableHost.RULE, new AclUnmatchableHost()),
        CheckerSpec.of(AclGlobInName.RULE, new AclGlobInName()),
        CheckerSpec.of(AclInvalidOperation.RULE, new AclInvalidOperation()),
        CheckerSpec.of(AclDanglingResource.RULE, new AclDanglingResource()),
        // pii
        CheckerSpec.of(PiiUnclassifiedField.RULE, PiiUnclassifiedField::new),
        CheckerSpec.of(PiiUnmaskedField.RULE, PiiUnmaskedField::new),
        CheckerSpec.of(PiiMaskNone.RULE, new PiiMaskNone()),
        CheckerSpec.of(PiiDanglingMask.RULE, new PiiDanglingMask()),
        CheckerSpec.of(PiiDerivedUnmasked.RULE, PiiDerivedUnmasked::new),
        CheckerSpec.of(PiiUnmaskedSink.RULE, PiiUnmaskedSink::new),
        CheckerSpec.of(PiiMaskMissesField.RULE, new PiiMaskMissesField()),
        // app
        CheckerSpec.of(AppUnreadableSql.RULE, AppUnreadableSql::new),
        // alert
        CheckerSpec.of(AlertMissingLag.RULE, AlertMissingLag::new),
        CheckerSpec.of(AlertMissingThroughput.RULE, AlertMissingThroughput::new),
        CheckerSpec.of(AlertUnknownChannel.RULE, new AlertUnknownChannel()),
        CheckerSpec.of(AlertDanglingTarget.RULE, new AlertDanglingTarget()),
        // secret
        CheckerSpec.of(SecretInline.RULE, new SecretInline()),
        // connector
        CheckerSpec.of(ConnectorSilentDrop.RULE, new ConnectorSilentDrop()),
        // schema
        CheckerSpec.of(SchemaInvalid.RULE, new SchemaInvalid()));
  }
}
