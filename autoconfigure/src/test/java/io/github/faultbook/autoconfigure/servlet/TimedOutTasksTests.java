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

package io.github.faultbook.autoconfigure.servlet;

import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimedOutTasks}.
 */
class TimedOutTasksTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@Test
	void exceptionOfATaskThatHasTimedOutIsTheTimeout() {
		new TimedOutTasks().handleTimeout(new ServletWebRequest(this.request), () -> "");
		assertThat(TimedOutTasks.reason(new IllegalStateException(), this.request))
			.isInstanceOf(AsyncRequestTimeoutException.class);
	}

	@Test
	void interruptedTaskHasTimedOut() {
		InterruptedException interrupted = new InterruptedException();
		assertThat(TimedOutTasks.reason(interrupted, this.request)).isSameAs(interrupted);
		this.request.setDispatcherType(DispatcherType.ASYNC);
		assertThat(TimedOutTasks.reason(interrupted, this.request)).isInstanceOf(AsyncRequestTimeoutException.class);
	}

	@Test
	void otherExceptionIsKept() {
		this.request.setDispatcherType(DispatcherType.ASYNC);
		IllegalStateException exception = new IllegalStateException();
		assertThat(TimedOutTasks.reason(exception, this.request)).isSameAs(exception);
	}

}
