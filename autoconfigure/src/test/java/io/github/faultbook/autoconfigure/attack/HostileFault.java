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

package io.github.faultbook.autoconfigure.attack;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.Violation;
import io.github.faultbook.autoconfigure.contract.Markers;

/**
 * An {@link ApiFault} that violates its contract.
 */
final class HostileFault extends RuntimeException implements ApiFault {

	private final int trick;

	HostileFault(int trick) {
		super(Markers.SECRET);
		this.trick = trick;
	}

	@Override
	public ErrorCode errorCode() {
		return switch (this.trick) {
			case 0 -> throw new IllegalStateException(Markers.SECRET);
			case 1 -> null;
			default -> CommonError.CONFLICT;
		};
	}

	@Override
	public Map<String, Object> facts() {
		return switch (this.trick) {
			case 2 -> throw new IllegalStateException(Markers.SECRET);
			case 3 -> null;
			case 4 -> Collections.singletonMap(null, null);
			default -> Map.of();
		};
	}

	@Override
	public List<Violation> violations() {
		return (this.trick == 5) ? Arrays.asList(null, null) : List.of();
	}

	@Override
	public Map<String, List<String>> headers() {
		return switch (this.trick) {
			case 6 -> Collections.singletonMap("X-Null", null);
			case 7 -> Collections.singletonMap(null, Arrays.asList("a", null));
			default -> Map.of();
		};
	}

}
