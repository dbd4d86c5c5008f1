variable "readers" {
  description = "Who reads which topic, with which consumer group."
  type        = map(object({ topic = string, group = string }))
  default = {
    svc-orders-billing = { topic = "orders.placed.v1", group = "orders-billing" }
    # The topic is called customers.contact.v1.
    svc-customers-crm = { topic = "customers.contacts.v1", group = "customers-crm" }
  }
}
