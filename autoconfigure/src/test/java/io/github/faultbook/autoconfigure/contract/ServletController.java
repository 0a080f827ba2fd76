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

package io.github.faultbook.autoconfigure.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Uses the Servlet API.
 */
@RestController
class ServletController {

	@GetMapping("/throw/unavailable")
	void unavailable() throws UnavailableException {
		throw new UnavailableException(Markers.SECRET, 7);
	}

	@GetMapping("/throw/unavailable-for-good")
	void unavailableForGood() throws UnavailableException {
		throw new UnavailableException(Markers.SECRET);
	}

	@GetMapping("/send-error")
	void sendError(HttpServletResponse response) throws IOException {
		response.sendError(410, Markers.SECRET);
	}

	@GetMapping("/half-built")
	void halfBuilt(HttpServletResponse response) throws IOException {
		response.setContentType("application/pdf");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=invoice.pdf");
		response.setHeader(HttpHeaders.ETAG, "\"1\"");
		response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		response.setHeader("X-Kept", "yes");
		response.getWriter().write("half");
		throw new IllegalStateException(Markers.SECRET);
	}

	@GetMapping("/after-flush")
	void afterFlush(HttpServletResponse response) throws IOException {
		response.setContentType("text/plain");
		response.getOutputStream().write("begun".getBytes(StandardCharsets.UTF_8));
		response.flushBuffer();
		throw new IllegalStateException(Markers.SECRET);
	}

	@PostMapping("/input/part")
	String part(@RequestPart("file") MultipartFile file) {
		return "ok";
	}

}
