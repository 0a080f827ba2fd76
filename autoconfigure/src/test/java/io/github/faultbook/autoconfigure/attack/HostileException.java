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

import io.github.faultbook.autoconfigure.contract.Markers;

/**
 * An exception whose methods fail.
 */
class HostileException extends RuntimeException {

	private final int trick;

	private final transient Throwable cause;

	HostileException(int trick, Throwable cause) {
		super(Markers.SECRET);
		this.trick = trick;
		this.cause = cause;
	}

	@Override
	public String getMessage() {
		return (this.trick == 0) ? fail() : super.getMessage();
	}

	@Override
	public String getLocalizedMessage() {
		return (this.trick == 1) ? fail() : super.getLocalizedMessage();
	}

	@Override
	public String toString() {
		return switch (this.trick) {
			case 2 -> fail();
			case 3 -> null;
			default -> super.toString();
		};
	}

	@Override
	public synchronized Throwable getCause() {
		return switch (this.trick) {
			case 4 -> fail();
			case 5 -> new HostileException(5, null);
			case 6 -> this;
			default -> this.cause;
		};
	}

	@Override
	public StackTraceElement[] getStackTrace() {
		return (this.trick == 7) ? fail() : super.getStackTrace();
	}

	private static <T> T fail() {
		throw new IllegalStateException(Markers.SECRET);
	}

}
