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

package io.github.faultbook.pipeline;

import java.nio.charset.StandardCharsets;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;

/**
 * Replaces a format that fails. It uses nothing that an application can replace.
 */
final class LastResortFormat implements WireFormat {

	@Override
	public String name() {
		return "last-resort";
	}

	@Override
	public byte[] write(ApiError error, ErrorRequest request) {
		return "{\"status\":%d,\"error\":\"%s\"}".formatted(error.status(), error.reason())
			.getBytes(StandardCharsets.UTF_8);
	}

}
