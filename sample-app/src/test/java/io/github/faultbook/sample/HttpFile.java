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
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the requests of an {@code .http} file, as far as {@code requests.http} uses the
 * notation.
 */
final class HttpFile {

	private HttpFile() {
	}

	static List<Request> read(Path file) throws IOException {
		List<Request> requests = new ArrayList<>();
		for (String section : Files.readString(file).split("(?m)^### ")) {
			if (!section.startsWith("#")) {
				requests.add(parse(section.strip(), file));
			}
		}
		return requests;
	}

	private static Request parse(String section, Path file) throws IOException {
		String[] headAndBody = section.split("\n\n", 2);
		List<String> head = Arrays.asList(headAndBody[0].split("\n"));
		int status = Integer.parseInt(head.get(1).substring(2));
		String[] requestLine = head.get(2).split(" ");
		Map<String, String> headers = new LinkedHashMap<>();
		for (String header : head.subList(3, head.size())) {
			headers.put(header.split(": ", 2)[0], header.split(": ", 2)[1]);
		}
		StringBuilder body = new StringBuilder();
		for (String line : (headAndBody.length > 1) ? headAndBody[1].split("\n") : new String[0]) {
			body.append(line.startsWith("< ") ? Files.readString(file.resolveSibling(line.substring(2))) : line);
			body.append("\r\n");
		}
		return new Request(head.get(0), status, requestLine[0], requestLine[1].replace("{{host}}", ""), headers,
				body.toString());
	}

	/**
	 * A request.
	 *
	 * @param title the title
	 * @param status the status that the file announces
	 * @param method the method
	 * @param path the path
	 * @param headers the headers
	 * @param body the body, may be empty
	 */
	record Request(String title, int status, String method, String path, Map<String, String> headers, String body) {

		HttpRequest to(int port) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + this.path));
			this.headers.forEach(request::header);
			return request.method(this.method, this.body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
					: HttpRequest.BodyPublishers.ofString(this.body))
				.build();
		}

	}

}
