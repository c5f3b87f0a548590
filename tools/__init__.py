"""What tests, benchmarks and the screenshot share: a browser, and a server for a built site."""
