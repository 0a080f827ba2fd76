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

package io.github.faultbook.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes few frames of many, so that a picture of them can be read: filters are one,
 * entries of Tomcat, reflection and lambdas are none, and what the virtual machine and
 * the kernel do has a name.
 */
final class FlameFrames {

	static final String FILTERS = "filters";

	static final String GUARDS = "guards";

	static final String VIRTUAL_MACHINE = "JVM: ";

	static final String KERNEL = "kernel: ";

	private static final Pattern SYSTEM_CALL = Pattern
		.compile("_*(?:GI_)?_*(?:libc_)?(write|read|close|shutdown|fcntl64|epoll_wait|epoll_ctl|accept4?|setsockopt"
				+ "|getsockopt|getsockname|pthread_cond_\\w+|futex\\w*)(?:_nocancel\\w*)?(?:@.*)?");

	private static final Pattern JAVA = Pattern.compile("[^: ]+/[^/: ]+\\.[^.: ]+");

	private static final Pattern GLUE = Pattern.compile("Java_.*|.*(stub|adapters|arraycopy.*|_Java)|\\[.*");

	private static final Pattern HIDDEN = Pattern
		.compile("(java|javax|jdk|sun|jakarta)/.*|.*(\\$\\$Lambda|\\.lambda\\$).*"
				+ "|.*(Exception|Error)\\.<init>|org/apache/catalina/core/Standard\\w+Valve\\..*"
				+ "|org/apache/catalina/(valves|authenticator)/.*|org/apache/catalina/connector/CoyoteAdapter\\.service"
				+ "|org/apache/coyote/(AbstractProtocol\\$ConnectionHandler|AbstractProcessorLight)\\.process"
				+ "|org/apache/tomcat/util/(net/(SocketProcessorBase|NioEndpoint\\$SocketProcessor)\\.(do)?[rR]un"
				+ "|threads/(TaskThread|ThreadPoolExecutor).*[rR]un(Worker)?)");

	private final List<String> folded = new ArrayList<>();

	private FlameFrames() {
	}

	/**
	 * Fold a sample.
	 * @param stack the sample
	 * @return the frames to draw, callers first
	 */
	static List<String> fold(Stack stack) {
		FlameFrames frames = new FlameFrames();
		if (!stack.frames().isEmpty() && !stack.frames().get(0).startsWith("[")) {
			frames.addAll(stack.frames());
		}
		return frames.folded;
	}

	private void addAll(List<String> frames) {
		boolean inServlet = false;
		boolean inMachine = false;
		for (int i = 0; i < frames.size(); i++) {
			String frame = frames.get(i);
			Step step = Step.of(frame).orElse(Step.UNKNOWN);
			Matcher call = SYSTEM_CALL.matcher(frame);
			if (step == Step.STACK_TRACE) {
				add(VIRTUAL_MACHINE + Frames.exception(frames, i) + ", stack trace");
				return;
			}
			if (step == Step.UNWINDING) {
				add(VIRTUAL_MACHINE + "unwinding");
				return;
			}
			if (step == Step.VIRTUAL_MACHINE) {
				add(VIRTUAL_MACHINE + "garbage collection");
				return;
			}
			if (call.matches()) {
				add(KERNEL + (call.group(1).startsWith("pthread") ? "futex" : call.group(1)));
				return;
			}
			inServlet |= (step == Step.DISPATCHER);
			if (!JAVA.matcher(frame).matches()) {
				inMachine |= !GLUE.matcher(frame).matches();
			}
			else if (!inServlet && step == Step.FILTERS) {
				add(FILTERS);
			}
			else if (!inServlet && step == Step.GUARDS) {
				add(GUARDS);
			}
			else if (!HIDDEN.matcher(frame).matches()) {
				add(frame);
			}
		}
		if (inMachine) {
			add(VIRTUAL_MACHINE + "memory, locks and others");
		}
	}

	/**
	 * Add a frame to draw. A guard that only passes a request on is one of the filters.
	 * @param frame the frame
	 */
	private void add(String frame) {
		int last = this.folded.size() - 1;
		boolean passedOn = last >= 0 && this.folded.get(last).equals(GUARDS)
				&& (frame.equals(FILTERS) || frame.startsWith("org/springframework/web/servlet/"));
		if (passedOn) {
			this.folded.remove(last--);
		}
		if (last < 0 || !this.folded.get(last).equals(frame)) {
			this.folded.add(frame);
		}
	}

}
