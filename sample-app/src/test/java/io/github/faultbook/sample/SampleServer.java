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

package io.github.faultbook.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sample application on a free port.
 *
 * @param application the application
 */
record SampleServer(ConfigurableApplicationContext application) implements AutoCloseable {

	static SampleServer start(String... arguments) {
		List<String> all = new ArrayList<>(
				List.of("--server.port=0", "--logging.level.root=off", "--spring.main.banner-mode=off"));
		all.addAll(List.of(arguments));
		return new SampleServer(SpringApplication.run(SampleApplication.class, all.toArray(String[]::new)));
	}

	int port() {
		return ((WebServerApplicationContext) this.application).getWebServer().getPort();
	}

	String origin() {
		return "http://localhost:" + port();
	}

	/**
	 * Send a GET request.
	 * @param path the path and the query
	 * @return the body of the response
	 */
	String get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(origin() + path)).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	@Override
	public void close() {
		this.application.close();
	}

}
