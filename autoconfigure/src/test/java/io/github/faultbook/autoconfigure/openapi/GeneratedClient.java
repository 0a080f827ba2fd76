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

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client generated from a description by OpenAPI Generator, which rejects descriptions
 * that are not valid.
 */
final class GeneratedClient implements AutoCloseable {

	private static final Path GENERATOR = Path.of("target", "openapi-generator-cli.jar");

	private final URLClassLoader classes;

	/**
	 * The description as the generator reads it, in which each response refers to a
	 * component.
	 */
	private final JsonNode description;

	private GeneratedClient(URLClassLoader classes, JsonNode description) {
		this.classes = classes;
		this.description = description;
	}

	/**
	 * Generate a client and compile it.
	 * @param description the description
	 * @param directory an empty directory
	 * @return the client
	 */
	static GeneratedClient of(String description, Path directory) throws IOException, InterruptedException {
		Path document = Files.writeString(directory.resolve("api.json"), description);
		Path sources = directory.resolve("sources");
		generate(document, sources, directory.resolve("generator.log"));
		Path classes = Files.createDirectory(directory.resolve("classes"));
		compile(sources.resolve("src/main/java"), classes);
		return new GeneratedClient(
				new URLClassLoader(new URL[] { url(classes) }, GeneratedClient.class.getClassLoader()),
				new YAMLMapper().readTree(sources.resolve("api/openapi.yaml").toFile()));
	}

	private static void generate(Path document, Path sources, Path log) throws IOException, InterruptedException {
		assertThat(GENERATOR).as("Maven copies it before the tests").exists();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", GENERATOR.toString(), "generate",
				"--generator-name", "java", "--library", "native", "--input-spec", document.toString(), "--output",
				sources.toString(), "--global-property", "models,apis,supportingFiles", "--additional-properties",
				"invokerPackage=client,apiPackage=client.api,modelPackage=client.model,useJakartaEe=true,openApiNullable=false,containerDefaultToNull=true")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(() -> read(log)).isZero();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> all = Files.walk(sources)) {
			List<File> java = all.map(Path::toFile).filter((file) -> file.getName().endsWith(".java")).toList();
			assertThat(compiler
				.getTask(null, files, null, List.of("-nowarn", "-proc:none", "-d", classes.toString()), null,
						files.getJavaFileObjectsFromFiles(java))
				.call()).isTrue();
		}
	}

	private static URL url(Path path) throws MalformedURLException {
		return path.toUri().toURL();
	}

	/**
	 * Return a class of the client.
	 * @param name its name within the package of the client
	 * @return the class
	 */
	Class<?> type(String name) {
		return ClassUtils.resolveClassName("client." + name, this.classes);
	}

	/**
	 * Return the class of a response.
	 * @param path the path of the operation
	 * @param method the method of the operation, in lower case
	 * @param status the status of the response
	 * @return the class, among the models of the client
	 */
	Class<?> response(String path, String method, int status) {
		JsonNode content = this.description.path("paths")
			.path(path)
			.path(method)
			.path("responses")
			.path(String.valueOf(status))
			.path("content");
		String component = content.elements().next().at("/schema/$ref").asText().replaceAll(".*/", "");
		return type("model." + Stream.of(component.split("[^A-Za-z0-9]+"))
			.map(StringUtils::capitalize)
			.collect(Collectors.joining()));
	}

	/**
	 * Return the mapper with which the client reads responses.
	 * @return the mapper
	 */
	ObjectMapper mapper() {
		Object json = ReflectionTestUtils.invokeMethod(type("JSON"), "getDefault");
		return (ObjectMapper) ReflectionTestUtils.invokeMethod(json, "getMapper");
	}

	@Override
	public void close() throws IOException {
		this.classes.close();
	}

}
