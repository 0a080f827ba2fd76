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

package io.github.faultbook.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * Benchmark for the documentation pages over HTTP, including the client: the cached
 * index, an index created for a filter that matches everything, an index that the client
 * already has, and the page of one code.
 */
@Fork(value = 1, jvmArgsAppend = { "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC" })
public class IndexBenchmark extends Measured {

	private static final String FILTER = "?retry=never";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@Param({ "10", "10000" })
	int entries;

	private ServletWebServerApplicationContext application;

	private String etag;

	@Setup
	public void start() throws IOException, InterruptedException {
		this.application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "logging.level.root=OFF", "spring.main.banner-mode=off",
					"faultbook.docs.enabled=true")
			.initializers(Pipelines.with(BenchmarkError.list(this.entries)))
			.run();
		this.etag = send(".json", "Accept", "*/*").headers().firstValue("ETag").orElseThrow();
	}

	@TearDown
	public void stop() {
		this.application.close();
	}

	private HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
		URI address = URI.create("http://localhost:" + this.application.getWebServer().getPort() + "/errors" + path);
		return this.client.send(HttpRequest.newBuilder(address).headers(headers).build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	@Benchmark
	public Object html() throws IOException, InterruptedException {
		return send("", "Accept", "text/html");
	}

	@Benchmark
	public Object htmlFiltered() throws IOException, InterruptedException {
		return send(FILTER, "Accept", "text/html");
	}

	@Benchmark
	public Object json() throws IOException, InterruptedException {
		return send(".json", "Accept", "*/*");
	}

	@Benchmark
	public Object jsonFiltered() throws IOException, InterruptedException {
		return send(".json" + FILTER, "Accept", "*/*");
	}

	@Benchmark
	public Object notModified() throws IOException, InterruptedException {
		return send(".json", "If-None-Match", this.etag);
	}

	@Benchmark
	public Object page() throws IOException, InterruptedException {
		return send("/entry_0", "Accept", "text/html");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = ServletWebSecurityAutoConfiguration.class)
	static class Application {

	}

}
