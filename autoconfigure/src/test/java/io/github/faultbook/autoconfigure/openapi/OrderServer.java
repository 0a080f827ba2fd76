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

package io.github.faultbook.autoconfigure.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import io.github.faultbook.format.WireFormats;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@link OrderApplication} on a real port. The responses under a path that starts
 * with the name of a format have that format.
 */
final class OrderServer implements AutoCloseable {

	private static final String JETTY = "spring.autoconfigure.exclude[0]=org.springframework.boot.jetty.autoconfigure.";

	private final WebServerApplicationContext application;

	OrderServer(Class<?> controller, String... properties) {
		this(List.of(OrderApplication.class, controller), properties);
	}

	OrderServer(List<Class<?>> sources, String... properties) {
		this("servlet", sources, properties);
	}

	/**
	 * Start a reactive application on Netty.
	 * @param sources its configuration classes and controllers
	 * @param properties its configuration
	 * @return the server
	 */
	static OrderServer reactive(List<Class<?>> sources, String... properties) {
		return new OrderServer("reactive", sources, properties);
	}

	private OrderServer(String type, List<Class<?>> sources, String... properties) {
		List<String> arguments = new ArrayList<>(
				List.of("server.port=0", "spring.main.banner-mode=off", "logging.level.root=off",
						"faultbook.codes=" + OrderError.class.getName(), "spring.main.web-application-type=" + type,
						JETTY + type + ".Jetty" + StringUtils.capitalize(type) + "WebServerAutoConfiguration"));
		arguments.addAll(List.of(properties));
		for (int i = 0; i < WireFormats.presets().size(); i++) {
			String format = WireFormats.presets().get(i);
			arguments.add("faultbook.format-rules[%d].path=/%s/**".formatted(i, format));
			arguments.add("faultbook.format-rules[%d].format=%s".formatted(i, format));
		}
		this.application = (WebServerApplicationContext) new SpringApplicationBuilder()
			.sources(sources.toArray(Class[]::new))
			.run(arguments.stream().map((argument) -> "--" + argument).toArray(String[]::new));
	}

	/**
	 * Return the description of the application.
	 * @return the document
	 */
	String description() {
		return description("");
	}

	String description(String root) {
		HttpResponse<String> answer = send(request(root + "/v3/api-docs").GET());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.application.getWebServer().getPort() + path));
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		((ConfigurableApplicationContext) this.application).close();
	}

}
