resource "kafka_acl" "read" {
  for_each = var.readers

  acl_principal                = "User:${each.key}"
  acl_host                     = "*"
  acl_operation                = "Read"
  acl_permission_type          = "Allow"
  resource_type                = "Topic"
  resource_name                = each.value.topic
  resource_pattern_type_filter = "Literal"
}

resource "kafka_acl" "group" {
  for_each = var.readers

  acl_principal                = "User:${each.key}"
  acl_host                     = "*"
  acl_operation                = "Read"
  acl_permission_type          = "Allow"
  resource_type                = "Group"
  resource_name                = each.value.group
  resource_pattern_type_filter = "Literal"
}

resource "kafka_acl" "write" {
  acl_principal                = "User:svc-orders-api"
  acl_host                     = "*"
  acl_operation                = "Write"
  acl_permission_type          = "Allow"
  resource_type                = "Topic"
  resource_name                = "orders."
  resource_pattern_type_filter = "Prefixed"
}
