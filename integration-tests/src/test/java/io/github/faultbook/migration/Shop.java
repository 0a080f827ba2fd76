/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.migration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running shop.
 */
class Shop implements AutoCloseable {

	private static final String ADA = "Basic YWRhOnNlY3JldA==";

	private static final Pattern TIMESTAMP = Pattern
		.compile("\"timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}Z\"");

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext application;

	Shop(Class<?> configuration, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=off", "spring.servlet.multipart.max-file-size=1KB"));
		all.addAll(List.of(properties));
		this.application = new SpringApplicationBuilder(configuration).properties(all.toArray(new String[0])).run();
	}

	Exchange send(Exchange exchange) {
		String[] line = exchange.request().split(" ");
		String port = this.application.getEnvironment().getProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + line[1]))
			.method(line[0], HttpRequest.BodyPublishers.ofString(exchange.content()));
		exchange.headers().forEach((name, value) -> {
			if (!value.isEmpty()) {
				request.header(name, value);
			}
		});
		if (!exchange.headers().containsKey("Authorization")) {
			request.header("Authorization", ADA);
		}
		if (!exchange.content().isEmpty() && !exchange.headers().containsKey("Content-Type")) {
			request.header("Content-Type", "application/json");
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return exchange.answered(response.statusCode(), mediaType(response),
					TIMESTAMP.matcher(response.body()).replaceAll("\"timestamp\":\"now\""));
		}
		catch (IOException ex) {
			throw new IllegalStateException(exchange.name(), ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String mediaType(HttpResponse<String> response) {
		return response.headers().firstValue("Content-Type").orElse("").split(";")[0];
	}

	@Override
	public void close() {
		this.application.close();
	}

}
